"""What shows something of the site to somebody, and who answers for it; what is not declared is answered to nobody."""
