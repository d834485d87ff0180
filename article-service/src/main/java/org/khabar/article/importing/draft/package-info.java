/**
 * What every parser of imported pages makes: a draft that says of each field where it came from, and what it left out
 * and why. Plain Java.
 */
@NullMarked
package org.khabar.article.importing.draft;

import org.jspecify.annotations.NullMarked;
