package org.khabar.entity.mention;

import org.khabar.entity.tagging.AliasType;

/**
 * A name that means something else than before.
 *
 * @param language BCP 47 tag
 */
public record RelinkedName(String language, AliasType type, String text) {}
