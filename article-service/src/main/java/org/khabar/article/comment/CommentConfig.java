package org.khabar.article.comment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of comments. */
@ConfigMapping(prefix = "khabar.comment")
public interface CommentConfig {

    /** The longest comment, in UTF-16 code units. */
    @WithDefault("4000")
    int maxLength();

    /** The most lines of a comment, blank ones included. */
    @WithDefault("100")
    int maxLines();

    /** The longest reason of a rejection, in UTF-16 code units. */
    @WithDefault("500")
    int maxReasonLength();

    /** Comments that an author may send at once. */
    @WithDefault("5")
    int burst();

    /** How long it takes until the author may send one more. */
    @WithDefault("1m")
    Duration refill();
}
