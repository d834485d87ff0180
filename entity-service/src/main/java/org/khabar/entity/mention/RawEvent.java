package org.khabar.entity.mention;

/**
 * The bytes of one event of a batch.
 *
 * @param bytes its JSON, or that of its scalar members alone
 * @param whole whether it is all of it
 */
record RawEvent(byte[] bytes, boolean whole) {}
