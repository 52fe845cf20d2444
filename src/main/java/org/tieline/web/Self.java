package org.tieline.web;





/** Where something is found alone. */
record Self(String self) {}
