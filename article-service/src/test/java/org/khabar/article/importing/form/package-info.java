@NullMarked
package org.khabar.article.importing.form;

import org.jspecify.annotations.NullMarked;
