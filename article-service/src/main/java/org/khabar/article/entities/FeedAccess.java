package org.khabar.article.entities;

/** What lets this service read the mention feed. */
interface FeedAccess {

    /** A bearer token that is valid for a while. May block while the identity provider is asked. */
    String token();

    /** Says that the feed does not take the token. */
    void refused();
}
