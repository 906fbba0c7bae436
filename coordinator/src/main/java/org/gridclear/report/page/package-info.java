/** Pages that open from a folder without a server: shell, data, pictures of the network. */
package org.gridclear.report.page;
