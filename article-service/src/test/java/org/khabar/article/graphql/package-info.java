@NullMarked
package org.khabar.article.graphql;

import org.jspecify.annotations.NullMarked;
