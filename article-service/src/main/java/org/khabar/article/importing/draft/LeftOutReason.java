package org.khabar.article.importing.draft;

/** Why a line of a page is not part of the article. */
public enum LeftOutReason {
    /** Menus, breadcrumbs, section labels. */
    NAVIGATION,
    /** Lists of other articles of the site: latest, most read. */
    LATEST_NEWS,
    /** Reader comments and their form. */
    COMMENTS,
    WEATHER,
    CARTOON,
    /** A photo of the day, a gallery. */
    PHOTO,
    /** A pointer to another article. */
    RELATED_LINK,
    /** Buttons and counts for sharing. */
    SHARE,
    /** Keywords of the article. */
    TAGS,
    ADVERTISEMENT,
    NEWSLETTER,
    /** Rights, contact, legal notes. */
    FOOTER,
    /** Reading time, view counts, font size and the like. */
    PAGE_TOOLS,
    /** A date that is not the article's time of publication. */
    OTHER_DATE,
    /** What the page holds and does not show. */
    HIDDEN,
    /** Running text behind the end of the article. */
    AFTER_END
}
