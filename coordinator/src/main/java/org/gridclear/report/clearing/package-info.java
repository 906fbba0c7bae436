/** Tables and text of cleared cases and studies, as files and as queries. */
package org.gridclear.report.clearing;
