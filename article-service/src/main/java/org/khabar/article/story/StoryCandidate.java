package org.khabar.article.story;

import java.util.UUID;
import org.khabar.article.article.ArticleVersion;

/**
 * An article that might be a near-duplicate of another.
 *
 * @param of the other
 * @param version the article as it is now
 * @param story the story that it tells, its own id when it stands alone
 */
record StoryCandidate(UUID of, ArticleVersion version, UUID story, StorySketch sketch) {}
