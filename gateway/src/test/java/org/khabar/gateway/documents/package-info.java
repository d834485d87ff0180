@NullMarked
package org.khabar.gateway.documents;

import org.jspecify.annotations.NullMarked;
