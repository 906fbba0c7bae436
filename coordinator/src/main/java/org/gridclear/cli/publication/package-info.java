/** Commands that publish, tell and hand on. */
package org.gridclear.cli.publication;
