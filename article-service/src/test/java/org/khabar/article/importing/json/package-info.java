@NullMarked
package org.khabar.article.importing.json;

import org.jspecify.annotations.NullMarked;
