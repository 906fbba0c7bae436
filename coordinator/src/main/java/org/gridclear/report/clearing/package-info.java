/** Tables and text of cleared cases and studies, as files and as queries. */
@NullMarked
package org.gridclear.report.clearing;

import org.jspecify.annotations.NullMarked;
