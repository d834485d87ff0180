package org.khabar.article.importing.bulk;

/**
 * One attempt at an import with a key.
 *
 * @param lastPosition the line or part up to which all was committed when the attempt began
 * @param failed how many items had failed by then
 */
record ImportRun(String author, String key, int attempt, long lastPosition, long failed) {}
