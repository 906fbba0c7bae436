/** The active and the standby site at the command line. */
package org.gridclear.cli.site;
