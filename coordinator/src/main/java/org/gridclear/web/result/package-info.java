/** Results of runs over HTTP: tables of cases and of checks, summaries, reports. */
@NullMarked
package org.gridclear.web.result;

import org.jspecify.annotations.NullMarked;
