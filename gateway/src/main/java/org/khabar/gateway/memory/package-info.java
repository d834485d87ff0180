/**
 * One budget of bytes for the whole process: what requests hold of bodies, of subgraphs' answers and of their own answers
 * is taken out of it as it grows, so that many large ones at once are refused instead of filling the heap. What each
 * request has for free is not, so that small ones always go on. Of the budget each client may hold a part, so that one
 * alone keeps nothing from others.
 *
 * <p>{@link org.khabar.gateway.memory.MemoryBudget} and {@link org.khabar.gateway.memory.MemoryShare} are plain Java.
 * Knows bytes, not what they are, and clients by name only.
 */
@NullMarked
package org.khabar.gateway.memory;

import org.jspecify.annotations.NullMarked;
