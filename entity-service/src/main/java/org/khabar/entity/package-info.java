/**
 * Who is who in the news: a catalogue of entities, and where the articles of the archive mention them.
 *
 * <p>Dependencies run one way: {@code text}, {@code tagging}, {@code linking} (plain Java), then {@code catalogue},
 * then {@code mention}.
 */
@NullMarked
package org.khabar.entity;

import org.jspecify.annotations.NullMarked;
