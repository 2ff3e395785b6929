/**
 * What is measured apart from the runs: what a step costs, how far an updater is from the article's equation, its path over the
 * surface, the winner's code, data for other tools. Nothing here changes a record.
 */
@NullMarked
package org.converge4j.train.measure;

import org.jspecify.annotations.NullMarked;
