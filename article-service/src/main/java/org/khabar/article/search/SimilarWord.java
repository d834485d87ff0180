package org.khabar.article.search;

/**
 * A word of the articles that is like one that was asked for, or that word itself.
 *
 * @param asked the word that was asked for, folded
 * @param term the word of the articles, folded
 * @param shown how an article writes it
 * @param documents how many articles have it, roughly
 */
record SimilarWord(String asked, String term, String shown, int documents) {}
