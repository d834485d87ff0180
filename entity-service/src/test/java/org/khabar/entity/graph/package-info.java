@NullMarked
package org.khabar.entity.graph;

import org.jspecify.annotations.NullMarked;
