/** Runs as the desk and programs list, cancel and send them again. */
package org.gridclear.web.run;
