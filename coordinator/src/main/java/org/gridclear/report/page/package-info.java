/** Pages that open from a folder without a server: shell, data, pictures of the network. */
@NullMarked
package org.gridclear.report.page;

import org.jspecify.annotations.NullMarked;
