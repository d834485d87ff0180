@NullMarked
package org.khabar.entity;

import org.jspecify.annotations.NullMarked;
