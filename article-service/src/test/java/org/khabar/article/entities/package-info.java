@NullMarked
package org.khabar.article.entities;

import org.jspecify.annotations.NullMarked;
