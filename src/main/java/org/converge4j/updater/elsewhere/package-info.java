/**
 * What other libraries compute under the name of a rule of ours, where it is another rule: for {@code explain} alone, which finds them by the
 * names in its table. What a user may choose is not here.
 */
@NullMarked
package org.converge4j.updater.elsewhere;

import org.jspecify.annotations.NullMarked;
