/** Results for people: tables, CSV, JSON, HTML. Formats what runs found; computes nothing. */
@NullMarked
package org.gridclear.report;

import org.jspecify.annotations.NullMarked;
