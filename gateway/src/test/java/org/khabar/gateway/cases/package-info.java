/** The test harness: subgraphs declared as SDL and JSON data, served in process; a folder for each case. */
@NullMarked
package org.khabar.gateway.cases;

import org.jspecify.annotations.NullMarked;
