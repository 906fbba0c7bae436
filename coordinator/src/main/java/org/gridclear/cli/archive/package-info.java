/** {@code gridclear archive}: what is kept how long, copies of a market, who did what. */
package org.gridclear.cli.archive;
