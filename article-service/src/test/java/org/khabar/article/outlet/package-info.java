@NullMarked
package org.khabar.article.outlet;

import org.jspecify.annotations.NullMarked;
