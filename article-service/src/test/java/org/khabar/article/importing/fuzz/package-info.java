/** What must hold of every parser that is given hostile bytes, over seeds that are kept and under Jazzer. */
@NullMarked
package org.khabar.article.importing.fuzz;

import org.jspecify.annotations.NullMarked;
