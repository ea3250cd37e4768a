-- One role and one schema for each service; it runs once, when the data folder is made.
-- No role sees another's tables, and its own schema, called like the role, is its search path.
\getenv gateway GATEWAY_DATABASE_PASSWORD
\getenv training TRAINING_DATABASE_PASSWORD
\getenv generation GENERATION_DATABASE_PASSWORD
\getenv gallery GALLERY_DATABASE_PASSWORD
\getenv console CONSOLE_DATABASE_PASSWORD

CREATE ROLE gateway LOGIN PASSWORD :'gateway';
CREATE ROLE training LOGIN PASSWORD :'training';
CREATE ROLE generation LOGIN PASSWORD :'generation';
CREATE ROLE gallery LOGIN PASSWORD :'gallery';
CREATE ROLE console LOGIN PASSWORD :'console';

REVOKE ALL ON DATABASE avatar_studio FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE avatar_studio TO gateway, training, generation, gallery, console;
REVOKE ALL ON SCHEMA public FROM PUBLIC;

CREATE SCHEMA gateway AUTHORIZATION gateway;
CREATE SCHEMA training AUTHORIZATION training;
CREATE SCHEMA generation AUTHORIZATION generation;
CREATE SCHEMA gallery AUTHORIZATION gallery;
CREATE SCHEMA console AUTHORIZATION console;
