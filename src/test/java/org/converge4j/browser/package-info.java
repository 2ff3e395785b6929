/** A real browser for tests of the report's page: finds one, starts it once, and drives its tabs. It knows nothing of reports. */
@NullMarked
package org.converge4j.browser;

import org.jspecify.annotations.NullMarked;
