/**
 * Federation's rules: those that a subgraph must keep by itself ({@code SubgraphRule}, run before merging) and those that
 * only show when all are seen together ({@code SupergraphRule}, run on the merged document). Each rule family is a
 * class; {@link org.khabar.gateway.supergraph.rules.Rules} lists them. A rule reports every breach it finds, with the code that
 * Apollo gave it, and never changes anything.
 */
@NullMarked
package org.khabar.gateway.supergraph.rules;

import org.jspecify.annotations.NullMarked;
