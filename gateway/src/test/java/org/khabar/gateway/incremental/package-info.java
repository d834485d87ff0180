/** Answers that come in parts, as tests read them. */
@NullMarked
package org.khabar.gateway.incremental;

import org.jspecify.annotations.NullMarked;
