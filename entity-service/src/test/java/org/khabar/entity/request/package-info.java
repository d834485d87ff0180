@NullMarked
package org.khabar.entity.request;

import org.jspecify.annotations.NullMarked;
