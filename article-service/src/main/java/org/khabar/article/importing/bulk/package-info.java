/**
 * Imports of many items in one request: reads them off the body as they arrive, whatever the size of the whole, stores
 * them in batches, answers one line for each as soon as it is committed, and remembers how far it came. Knows the forms
 * only by {@link org.khabar.article.importing.form.FormParser}.
 */
@NullMarked
package org.khabar.article.importing.bulk;

import org.jspecify.annotations.NullMarked;
