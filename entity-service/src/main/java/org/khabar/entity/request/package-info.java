/** What ties a request to what is logged about it. Knows no feature. */
@NullMarked
package org.khabar.entity.request;

import org.jspecify.annotations.NullMarked;
