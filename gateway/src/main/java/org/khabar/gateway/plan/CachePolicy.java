package org.khabar.gateway.plan;

/**
 * How long an answer may be kept, and by whom.
 *
 * @param maxAge in seconds; 0 for not at all
 * @param isPrivate whether it is meant for the caller alone, whoever that is
 */
public record CachePolicy(int maxAge, boolean isPrivate) {
    /** Nobody may keep it. */
    static final CachePolicy NONE = new CachePolicy(0, true);
}
