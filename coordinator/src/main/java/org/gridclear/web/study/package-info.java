/** Studies and cases over HTTP: submitted, looked at, and the folder of their files. */
@NullMarked
package org.gridclear.web.study;

import org.jspecify.annotations.NullMarked;
