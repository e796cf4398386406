// What every page loads. One idea a module; this one only starts them.
import "./menu.js";
import "./dialog.js";
import "./flash.js";
import "./forms.js";
import "./tables.js";
import "./copy.js";
import "./explain.js";
import "./fill.js";
import "./keys.js";
import "./minutes-bar.js";
import "./session.js";
import "./htmx-setup.js";
