/**
 * What an article may become: its states, the moves between them and which are legal. Plain Java; must not know who asks
 * or how it is stored.
 */
@NullMarked
package org.khabar.article.article.workflow;

import org.jspecify.annotations.NullMarked;
