/** Tests of where schemas come from. */
@NullMarked
package org.khabar.gateway.schema;

import org.jspecify.annotations.NullMarked;
