package topic

import "strings"

// names is the services and technologies that are found in the plain words of a task too, as most
// authors set nothing in bold. Each is written as its maker does; another name for it follows behind
// an equals sign. What is also a word of its own ("Config", "Go") is in branded, or not here.
func names() []string {
	return strings.Split(`Amazon API Gateway
Amazon Athena
Amazon Aurora
Amazon Bedrock
Amazon CloudFront
Amazon CloudWatch
Amazon Cognito
Amazon Comprehend
Amazon DynamoDB
Amazon EBS=Elastic Block Store
Amazon EC2=Elastic Compute Cloud
Amazon ECR=Elastic Container Registry
Amazon ECS=Elastic Container Service
Amazon EFS=Elastic File System
Amazon EKS=Elastic Kubernetes Service
Amazon ElastiCache
Amazon EMR
Amazon EventBridge
Amazon FSx
Amazon GuardDuty
Amazon Kinesis
Amazon Lex
Amazon Lightsail
Amazon Macie
Amazon OpenSearch=OpenSearch Service
Amazon QuickSight
Amazon RDS=Relational Database Service
Amazon Redshift
Amazon Rekognition
Amazon Route 53
Amazon S3=Simple Storage Service
Amazon SageMaker
Amazon SES=Simple Email Service
Amazon SNS=Simple Notification Service
Amazon SQS=Simple Queue Service
Amazon Textract
Amazon VPC=Virtual Private Cloud
Apache Kafka
Apache Spark
Application Load Balancer=ALB
ASP.NET
AWS Amplify
AWS AppSync
AWS Auto Scaling
AWS Budgets
AWS CDK=Cloud Development Kit
AWS Certificate Manager
AWS CLI=Command Line Interface
AWS Cloud9
AWS CloudFormation
AWS CloudShell
AWS CloudTrail
AWS CodeArtifact
AWS CodeBuild
AWS CodeCommit
AWS CodeDeploy
AWS CodePipeline
AWS Compute Optimizer
AWS Control Tower
AWS Cost Explorer
AWS DataSync
AWS Direct Connect
AWS DMS=Database Migration Service
AWS Elastic Beanstalk
AWS Elastic Disaster Recovery
AWS Fargate
AWS IAM Identity Center
AWS IAM=Identity and Access Management
AWS KMS=Key Management Service
AWS Lake Formation
AWS Lambda
AWS Migration Hub
AWS Pricing Calculator
AWS SAM=Serverless Application Model
AWS Schema Conversion Tool
AWS Secrets Manager
AWS Security Hub
AWS Snowball
AWS Step Functions
AWS Storage Gateway
AWS Systems Manager
AWS Transit Gateway
AWS Trusted Advisor
AWS WAF=Web Application Firewall
AWS Well-Architected Framework
AWS X-Ray
Bitbucket
CI/CD
Datadog
Django
Docker
Docker Compose
Docker Hub
Dockerfile
Elasticsearch
ESLint
FastAPI
Figma
Firebase
Flutter
Git
GitHub
GitHub Actions
GitLab
GitLab CI
Grafana
GraphQL
gRPC
Helm
Hugging Face
Hugo
Internet Gateway
Java
JavaScript
Jenkins
Jest
Jetpack Compose
JWT
Kotlin
kubectl
Kubernetes
LangChain
Laravel
Linux
MongoDB
MySQL
NAT Gateway
NestJS
Network ACL=NACL
Network Load Balancer=NLB
Next.js
Nginx
Node.js
NumPy
OAuth
OpenAPI
OpenTelemetry
pgvector
PostgreSQL=Postgres
Postman
PowerShell
Prisma
Prometheus
Python
PyTorch
RabbitMQ
React Native
React Query
React=React.js
Redis
Security Group=Security Groups
Session Manager
Site-to-Site VPN
SonarQube
Spring Boot
SQL
SQL Server
SQLite
Supabase
Swagger
Tailwind CSS
TensorFlow
Terraform
TypeScript
Ubuntu
Vercel
VPC Endpoint=VPC Endpoints
VPC Flow Logs
VPC Peering
Vue.js
WebSocket
WordPress`, "\n")
}

// branded is the services that are meant only where their vendor stands before them.
func branded() []string {
	return strings.Split(`Amazon Connect
Amazon Inspector
Amazon Location Service
Amazon MQ
Amazon Polly
Amazon Q
Amazon Transcribe
Amazon Translate
AWS Artifact
AWS Backup
AWS Batch
AWS Config
AWS Glue
AWS Health
AWS Organizations
AWS Outposts
AWS Shield
AWS Support`, "\n")
}
