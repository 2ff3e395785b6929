/**
 * What an updater is: Rule, Step and Updater, against which users write theirs, and the bridge that makes a rule an updater of
 * any DL4J network. The rules themselves are in the rooms below: other people's as they have them in article, dl4j and torch,
 * the others by what they need; these classes keep their names, for saved networks and users' jars hold them.
 */
@NullMarked
package org.converge4j.updater;

import org.jspecify.annotations.NullMarked;
