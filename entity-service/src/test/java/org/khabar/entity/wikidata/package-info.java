@NullMarked
package org.khabar.entity.wikidata;

import org.jspecify.annotations.NullMarked;
