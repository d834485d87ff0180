@NullMarked
package org.khabar.entity.graphql;

import org.jspecify.annotations.NullMarked;
