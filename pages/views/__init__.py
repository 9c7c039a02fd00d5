"""How is each page shown? One module a type; importing this package registers them all."""
