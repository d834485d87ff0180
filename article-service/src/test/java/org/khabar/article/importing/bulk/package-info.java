@NullMarked
package org.khabar.article.importing.bulk;

import org.jspecify.annotations.NullMarked;
