package org.khabar.entity.wikidata;

import org.jspecify.annotations.Nullable;

/**
 * An item that is an office, such as "Prime Minister of Morocco".
 *
 * @param item its number
 * @param title what it is called
 * @param target number of the item of what it is an office; null when it does not say
 */
record Office(int item, String title, @Nullable Integer target) {}
