package org.khabar.article.importing.html;

import org.khabar.article.importing.draft.FieldOrigin;

/** A value and what said it. */
record Stated<T>(T value, FieldOrigin origin) {}
