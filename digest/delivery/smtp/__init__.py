"""The wire: connections that aiosmtplib opened, authenticated and secured, and what we send over them."""
